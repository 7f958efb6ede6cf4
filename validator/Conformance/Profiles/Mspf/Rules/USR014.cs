using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Some times are in seconds and some in milliseconds.</summary>
internal sealed class USR014 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(USR014);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        CreatedAtUnits units = archive.Users.Units;
        if (units is { FirstSeconds: { } seconds, FirstMilliseconds: { } milliseconds })
        {
            UserRecord rarer = units.Seconds < units.Milliseconds ? seconds : milliseconds;
            sink.Report(
                Id, rarer.Place("created_at"), rarer.MemberOrdinal,
                ("user", rarer.SafeUserId), ("seconds", units.Seconds), ("milliseconds", units.Milliseconds));
        }
    }
}
