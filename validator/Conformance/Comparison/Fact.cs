using Conformance.Documents;

namespace Conformance.Comparison;

/// <summary>One thing that an archive says. Valid until the next is read.</summary>
internal readonly ref struct Fact
{
    /// <summary>What it is of, in UTF-8: a room, a user, a file.</summary>
    public ReadOnlySpan<byte> First { get; init; }

    /// <summary>What it is in that, in UTF-8; empty when it is the thing itself.</summary>
    public ReadOnlySpan<byte> Second { get; init; }

    /// <summary>What it is in that again.</summary>
    public ReadOnlySpan<byte> Third { get; init; }

    /// <summary>The value; none when there is nothing but that the thing is there.</summary>
    public Node Value { get; init; }

    /// <summary>What the value comes to.</summary>
    public FactValue Digest { get; init; }
}
