using System.Collections.Immutable;

namespace Conformance.Profiles.Federation;

/// <summary>An endpoint of the Server-Server API.</summary>
/// <param name="Name">What users call it. Never changes.</param>
/// <param name="Routes">Methods and paths that lead to it, the usual one first.</param>
/// <param name="Answer">The body of an answer with status 200.</param>
internal sealed record FederationEndpoint(string Name, ImmutableArray<EndpointRoute> Routes, BodyForm Answer)
{
    /// <summary>The body of a request; null when requests have none.</summary>
    public BodyForm? Request { get; init; }

    /// <summary>Whether an answer isn't JSON but <c>multipart/mixed</c>.</summary>
    public bool IsMultipart { get; init; }

    /// <summary>Whether its PDUs may belong to different rooms.</summary>
    public bool HasManyRooms { get; init; }
}
