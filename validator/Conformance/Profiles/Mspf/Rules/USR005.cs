using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A user stands in two files of <c>m.users</c>. That one stands twice in a file, the reader of CBOR reports.</summary>
internal static class USR005
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(UserPlace? earlier, in UserRecord user, MspfArchive archive, IFindingSink sink)
    {
        if (earlier is { } place && place.MemberOrdinal != user.MemberOrdinal)
        {
            sink.Report(
                nameof(USR005), user.Place(), user.MemberOrdinal,
                ("user", user.SafeUserId), ("other", archive.PathOf(place.MemberOrdinal)), ("offset", place.Offset));
        }
    }
}
