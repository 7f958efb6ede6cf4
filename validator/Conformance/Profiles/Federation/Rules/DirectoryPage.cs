using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A page of the directory of rooms, and what was asked for.</summary>
/// <param name="Since">The token that the page was asked for by; null when it is the first page.</param>
/// <param name="Limit">The most rooms that were asked for; null when there is no limit.</param>
internal readonly record struct DirectoryPage(string? Since, long? Limit)
{
    /// <summary>The page of an exchange; null for other exchanges, and when the request isn't known.</summary>
    public static DirectoryPage? Of(FederationVisit visit)
    {
        if (visit.Is("publicRooms") && visit.Exchange.HasRequest)
        {
            return new DirectoryPage(Filled(visit.Exchange.Asked("since")), Positive(visit.Exchange.AskedNumber("limit")));
        }

        if (!visit.Is("publicRooms/search") || visit.Request is not { IsReadable: true } request)
        {
            return null;
        }

        Node limit = request.Map.Get("limit"u8);
        return new DirectoryPage(
            Filled(request.Map.Get("since"u8).AsString()),
            Positive(limit.Kind == NodeKind.Integer && (limit.Flags & NodeFlags.BigInteger) == 0 ? limit.Int64Value : null));
    }

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;

    /// <summary>Servers take a limit of 0 for none.</summary>
    private static long? Positive(long? limit) => limit is > 0 ? limit : null;
}
