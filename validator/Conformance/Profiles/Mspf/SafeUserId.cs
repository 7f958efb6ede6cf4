using Conformance.Events.Identifiers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>The key of a user's record. In a damaged file it can have swallowed what follows it, a password hash for one.</summary>
internal static class SafeUserId
{
    /// <summary>The key when it is a user ID: no server name admits what could follow one. Otherwise a name, or a stand-in.</summary>
    public static string Of(ReadOnlySpan<byte> key) => UserId.Check(key) == IdentifierFault.None ? Quoting.Safe(key) : SafeName.Of(key);
}
