using Conformance.Suites.Peer.Authentication;

namespace Conformance.Suites.Peer.Calling;

/// <summary>How a request differs from an honest one.</summary>
internal sealed record CallOptions
{
    /// <summary>Whether it is signed.</summary>
    public bool IsSigned { get; init; } = true;

    /// <summary>Changes the header of authorisation; returns null to leave it out.</summary>
    public Func<XMatrix, string?>? Header { get; init; }

    /// <summary>The body's bytes in place of those of the content; what is signed stays the content.</summary>
    public ReadOnlyMemory<byte>? RawBody { get; init; }

    /// <summary>How long to wait for the answer.</summary>
    public TimeSpan Bound { get; init; } = TimeSpan.FromSeconds(60);
}
