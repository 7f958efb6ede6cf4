using System.Collections.Immutable;
using System.Globalization;

namespace Conformance.Suites.Harness.Recording;

/// <summary>A request to a target and its answer.</summary>
public sealed record Exchange
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query, as they were sent.</summary>
    public required string Path { get; init; }

    /// <summary>The server name of the target.</summary>
    public required string Destination { get; init; }

    /// <summary>The request's headers, without access tokens.</summary>
    public ImmutableArray<(string Name, string Value)> RequestHeaders { get; init; } = [];

    /// <summary>The request's body; empty for none.</summary>
    public ReadOnlyMemory<byte> RequestBody { get; init; }

    /// <summary>The answer's status.</summary>
    public required int Status { get; init; }

    /// <summary>The answer's headers.</summary>
    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The answer's body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the request was sent.</summary>
    public DateTimeOffset Sent { get; init; }

    /// <summary>How long it took to the end of the answer.</summary>
    public TimeSpan Took { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Method} {Path} at {Destination}: {Status}");
}
