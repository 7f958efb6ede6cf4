using Conformance.Documents;

namespace Conformance.Schemas.Compiling;

/// <summary>A plain-name fragment of a resource (Core, section 8.2.2).</summary>
internal sealed record Anchor(string Name, Node Schema)
{
    /// <summary>Whether <c>$dynamicAnchor</c> gives it.</summary>
    public bool IsDynamic { get; set; }
}
