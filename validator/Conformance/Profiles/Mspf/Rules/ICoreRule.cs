using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A rule about <c>m.core.json</c>.</summary>
internal interface ICoreRule
{
    /// <summary>The rule's id in the catalogue.</summary>
    string Id { get; }

    /// <summary>Checks, and reports what it finds.</summary>
    void Check(Node core, DocumentVisit visit);
}
