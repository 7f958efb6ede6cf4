using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>There are more entries than are remembered.</summary>
internal sealed class LIM021 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(LIM021);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.IsCut)
        {
            sink.Report(Id, Location.Input, 0, ("members", archive.Members.Count));
            sink.ReportNotChecked(new NotChecked("members beyond the limit", "There are too many paths, or too long ones; see the limit indexBytes.", Location.Input, Decisive: true));
        }
    }
}
