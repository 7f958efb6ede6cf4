using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>There are more rooms or aliases than are remembered.</summary>
internal sealed class LIM022 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(LIM022);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Rooms.Dropped > 0)
        {
            sink.Report(Id, Location.Input, 0, ("count", archive.Rooms.Dropped), ("limit", archive.Options.Limits.Rooms));
            sink.ReportNotChecked(new NotChecked("rooms beyond the limit", "There are more than the limit rooms allows.", Location.Input, Decisive: true, archive.Rooms.Dropped));
        }
    }
}
