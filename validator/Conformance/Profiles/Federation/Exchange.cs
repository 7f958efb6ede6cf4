using System.Globalization;
using Conformance.Events.Versions;

namespace Conformance.Profiles.Federation;

/// <summary>What is known of a request and its answer beside the bodies. From a capture, or from what the user says.</summary>
internal sealed record Exchange
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>No versions of rooms at all.</summary>
    public static IReadOnlyDictionary<string, RoomVersion> NoVersions { get; } = new Dictionary<string, RoomVersion>(StringComparer.Ordinal);

    /// <summary>Versions of rooms that are known from elsewhere.</summary>
    public IReadOnlyDictionary<string, RoomVersion> Versions { get; init; } = NoVersions;

    /// <summary>The endpoint; null when it isn't known.</summary>
    public FederationEndpoint? Endpoint { get; init; }

    /// <summary>Whether anything is known of the request.</summary>
    public bool HasRequest { get; init; }

    /// <summary>The HTTP method; null when it isn't known.</summary>
    public string? Method { get; init; }

    /// <summary>The path without query, decoded; null when it isn't known.</summary>
    public string? Path { get; init; }

    /// <summary>What varies in the path, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = Nothing;

    /// <summary>The query, in order, decoded. May hold secrets.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>The status of the answer; null when it isn't known, which stands for 200.</summary>
    public int? Status { get; init; }

    /// <summary>The server that asks; null when it isn't known.</summary>
    public string? Origin { get; init; }

    /// <summary>The server that answers; null when it isn't known.</summary>
    public string? Destination { get; init; }

    /// <summary>When the answer was given, by its <c>Date</c>; null when it isn't known.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The answer's <c>Content-Type</c>; null when it isn't known.</summary>
    public string? ContentType { get; init; }

    /// <summary>The room that all events are to belong to, in UTF-8; empty when none is known.</summary>
    public byte[] Room { get; init; } = [];

    /// <summary>The room's version; null when it isn't known.</summary>
    public RoomVersion? Version { get; init; }

    /// <summary>Whether the request was refused.</summary>
    public bool IsRefused => Status is >= 400;

    /// <summary>Whether the answer says yes.</summary>
    public bool IsGranted => Status is null or (>= 200 and < 300);

    /// <summary>The one value that the query has for a name; null when it has none, or several.</summary>
    public string? Asked(string name)
    {
        string? value = null;
        foreach ((string known, string text) in Query)
        {
            if (known == name)
            {
                if (value is not null)
                {
                    return null;
                }

                value = text;
            }
        }

        return value;
    }

    /// <summary>All values that the query has for a name.</summary>
    public IEnumerable<string> AllAsked(string name) => Query.Where(pair => pair.Name == name).Select(pair => pair.Value);

    /// <summary>A whole number in the query; null when it isn't there.</summary>
    public long? AskedNumber(string name) => long.TryParse(Asked(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
