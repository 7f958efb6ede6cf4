using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Tells which unit <c>created_at</c> seems to be in.</summary>
internal sealed class USR013 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(USR013);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        CreatedAtUnits units = archive.Users.Units;
        if ((units.FirstSeconds is null) != (units.FirstMilliseconds is null))
        {
            UserRecord first = (units.FirstSeconds ?? units.FirstMilliseconds)!.Value;
            sink.Report(
                Id, first.Place("created_at"), first.MemberOrdinal,
                ("unit", units.FirstSeconds is null ? "milliseconds" : "seconds"), ("count", units.Seconds + units.Milliseconds));
        }
    }
}
