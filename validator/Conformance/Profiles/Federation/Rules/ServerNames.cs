namespace Conformance.Profiles.Federation.Rules;

/// <summary>Servers that identifiers name.</summary>
internal static class ServerNames
{
    /// <summary>The server in a user ID or a room alias; null when there is none.</summary>
    public static string? Of(string identifier) => identifier.IndexOf(':', StringComparison.Ordinal) is >= 0 and int colon ? identifier[(colon + 1)..] : null;
}
