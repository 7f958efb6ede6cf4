using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A user stands twice in the files of <c>m.users</c>.</summary>
internal static class USR005
{
    /// <summary>Checks, and reports what it finds.</summary>
    public static void Check(UserPlace? earlier, in UserRecord user, MspfArchive archive, IFindingSink sink)
    {
        if (earlier is { } place)
        {
            sink.Report(
                nameof(USR005), user.Place(), user.MemberOrdinal,
                ("user", user.SafeUserId), ("other", archive.PathOf(place.MemberOrdinal)), ("offset", place.Offset));
        }
    }
}
