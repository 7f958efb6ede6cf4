using System.Globalization;
using System.Text;
using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Profiles.Federation;

/// <summary>Makes what is known of an exchange out of a survey and what the user says.</summary>
internal static class ExchangeReader
{
    /// <summary>What a capture, or the request of one in a file of its own, says.</summary>
    /// <param name="envelope">Finds a member of a half of the capture: <c>request</c> or <c>response</c>, and a name.</param>
    /// <param name="named">The endpoint that the user named; null when the path tells.</param>
    public static Exchange Capture(Func<string, string, Node> envelope, FederationEndpoint? named)
    {
        string? method = envelope("request", "method").AsString()?.ToUpperInvariant();
        (string? path, List<(string Name, string Value)> query) = Target(envelope);
        (FederationEndpoint Endpoint, IReadOnlyDictionary<string, string> Values)? match = path is null ? null : FederationEndpoints.Match(method, path);
        int? status = Number(envelope("response", "status"));
        Node headers = envelope("request", "headers");
        string? authorisation = Header(headers, "authorization");
        var exchange = new Exchange
        {
            Endpoint = named ?? match?.Endpoint ?? (status is >= 400 ? FederationEndpoints.Error : null),
            HasRequest = true,
            Method = method,
            Path = path is null ? null : Uri.UnescapeDataString(path),
            Query = query,
            Status = status,
            Origin = Parameter(authorisation, "origin"),
            Destination = envelope("request", "destination").AsString() ?? Parameter(authorisation, "destination"),
            Date = DateTimeOffset.TryParse(Header(envelope("response", "headers"), "date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null,
            ContentType = Header(envelope("response", "headers"), "content-type"),
        };
        return match is { } found && ReferenceEquals(found.Endpoint, exchange.Endpoint) ? exchange with { Values = found.Values } : exchange;
    }

    /// <summary>Adds the room and its version.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="survey">What its file tells.</param>
    /// <param name="version">The version that the user names; null when the file tells.</param>
    /// <param name="known">Versions of rooms that are known from elsewhere.</param>
    public static Exchange WithRoom(Exchange exchange, ExchangeSurvey survey, RoomVersion? version, IReadOnlyDictionary<string, RoomVersion> known)
    {
        if (exchange.Endpoint is { HasManyRooms: true })
        {
            return exchange with { Version = version, Versions = known };
        }

        byte[] room = exchange.Values.TryGetValue("roomId", out string? path) ? Encoding.UTF8.GetBytes(path) : survey.Room;
        return exchange with { Room = room, Version = version ?? RoomVersions.Find(survey.DeclaredVersion) ?? Known(room, known) };
    }

    /// <summary>The version of a room, where other exchanges or the form of its ID tell.</summary>
    public static RoomVersion? Known(ReadOnlySpan<byte> room, IReadOnlyDictionary<string, RoomVersion> known) =>
        known.Count > 0 && known.TryGetValue(Encoding.UTF8.GetString(room), out RoomVersion? version) ? version : OfRoomId(room);

    /// <summary>The version of rooms whose IDs have a form that one known version has alone; null for all others.</summary>
    public static RoomVersion? OfRoomId(ReadOnlySpan<byte> room)
    {
        if (room.IsEmpty || room.Contains((byte)':'))
        {
            return null;
        }

        RoomVersion? only = null;
        foreach (RoomVersion version in RoomVersions.All)
        {
            if (version.RoomIds == RoomIdForm.CreateEventHash)
            {
                if (only is not null)
                {
                    return null;
                }

                only = version;
            }
        }

        return only;
    }

    private static (string? Path, List<(string Name, string Value)> Query) Target(Func<string, string, Node> envelope)
    {
        string? target = envelope("request", "path").AsString() ?? envelope("request", "url").AsString();
        var query = new List<(string Name, string Value)>();
        if (target is null)
        {
            return (null, query);
        }

        int scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            int slash = target.IndexOf('/', scheme + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        int mark = target.IndexOf('?', StringComparison.Ordinal);
        if (mark >= 0)
        {
            Split(target[(mark + 1)..], query);
            target = target[..mark];
        }

        Node apart = envelope("request", "query");
        if (apart.Kind == NodeKind.Text)
        {
            Split(apart.AsString()!.TrimStart('?'), query);
        }
        else if (apart.Kind == NodeKind.Map)
        {
            foreach ((Node name, Node value) in apart.Members())
            {
                Add(name.AsString() ?? "", value, query);
            }
        }

        return (target, query);
    }

    private static void Add(string name, Node value, List<(string Name, string Value)> query)
    {
        if (value.Kind == NodeKind.Array)
        {
            foreach (Node element in value.Elements())
            {
                query.Add((name, TextOf(element)));
            }
        }
        else
        {
            query.Add((name, TextOf(value)));
        }
    }

    private static string TextOf(Node value) => value.AsString() ?? Encoding.UTF8.GetString(value.Raw);

    private static void Split(string text, List<(string Name, string Value)> query)
    {
        foreach (string pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            query.Add(equals < 0 ? (Decode(pair), "") : (Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static int? Number(Node node) =>
        node.Kind == NodeKind.Integer && int.TryParse(Encoding.ASCII.GetString(node.Raw), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    /// <summary>A header's value, from an object of names or an array of pairs.</summary>
    private static string? Header(Node headers, string name)
    {
        if (headers.Kind == NodeKind.Map)
        {
            foreach ((Node key, Node value) in headers.Members())
            {
                if (string.Equals(key.AsString(), name, StringComparison.OrdinalIgnoreCase))
                {
                    return value.AsString();
                }
            }
        }

        foreach (Node pair in headers.Elements())
        {
            string? first = null;
            foreach (Node part in pair.Elements())
            {
                if (first is not null && string.Equals(first, name, StringComparison.OrdinalIgnoreCase))
                {
                    return part.AsString();
                }

                first = part.AsString();
            }
        }

        return null;
    }

    /// <summary>A parameter of an <c>X-Matrix</c> header (Server-Server API, Request Authentication).</summary>
    private static string? Parameter(string? header, string name)
    {
        if (header is null || !header.StartsWith("X-Matrix", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (string part in header["X-Matrix".Length..].Split(','))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return part[(equals + 1)..].Trim().Trim('"');
            }
        }

        return null;
    }
}
