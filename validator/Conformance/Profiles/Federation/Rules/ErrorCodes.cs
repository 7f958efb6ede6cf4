using System.Collections.Immutable;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What the specification says of the codes of failures and of their statuses.</summary>
internal static class ErrorCodes
{
    private static readonly ImmutableArray<string> Forbidden = ["M_FORBIDDEN"];
    private static readonly ImmutableArray<string> NotFound = ["M_NOT_FOUND"];
    private static readonly ImmutableArray<string> TooLarge = ["M_TOO_LARGE"];

    /// <summary>The statuses that a code comes with, whatever the endpoint; empty when it may come with any.</summary>
    /// <param name="code">The code.</param>
    public static ImmutableArray<int> StatusesOf(string code) => code switch
    {
        "M_INCOMPATIBLE_ROOM_VERSION" or "M_UNABLE_TO_AUTHORISE_JOIN" or "M_UNABLE_TO_GRANT_JOIN" => [400],
        "M_INVITE_BLOCKED" => [403],
        "M_UNRECOGNIZED" => [404, 405],
        "M_LIMIT_EXCEEDED" => [429],
        "M_NOT_YET_UPLOADED" => [504],
        _ => [],
    };

    /// <summary>The codes that the specification names for a failure of an endpoint; empty when it names none.</summary>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="status">The status.</param>
    public static ImmutableArray<string> CodesOf(string endpoint, int status) => (endpoint, status) switch
    {
        (_, 405) => ["M_UNRECOGNIZED"],
        (_, 429) => ["M_LIMIT_EXCEEDED"],
        ("invite" or "invite/v1", 403) => ["M_FORBIDDEN", "M_INVITE_BLOCKED"],
        ("make_join" or "send_join" or "make_knock" or "send_knock" or "make_leave" or "state" or "state_ids" or "query/profile" or "policy/sign", 403) => Forbidden,
        ("policy/sign", 404) => ["M_NOT_FOUND", "M_UNRECOGNIZED"],
        ("make_join" or "make_knock" or "send_knock" or "state" or "state_ids" or "timestamp_to_event" or "query/directory" or "query/profile" or "hierarchy", 404) => NotFound,
        ("openid/userinfo", 401) => ["M_UNKNOWN_TOKEN"],
        ("media/thumbnail", 413) => TooLarge,
        ("media/download" or "media/thumbnail", 502) => TooLarge,
        ("media/download" or "media/thumbnail", 504) => ["M_NOT_YET_UPLOADED"],
        _ => [],
    };

    /// <summary>Whether a code is one of the specification's, which begin with <c>M_</c>; codes of others have names of their own, and may say what they like. Three of them fit any failure.</summary>
    public static bool IsSpecified(string code) => code.StartsWith("M_", StringComparison.Ordinal) && code is not ("M_UNKNOWN" or "M_UNRECOGNIZED" or "M_UNAUTHORIZED");
}
