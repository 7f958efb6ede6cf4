using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A JSON member is larger than is read.</summary>
internal sealed class LIM020 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(LIM020);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        foreach (Member member in archive.TooLarge)
        {
            sink.Report(Id, member, ("path", member.Path), ("limit", archive.Options.Limits.JsonBytes));
            sink.ReportNotChecked(new NotChecked("a member larger than the limit", "It would be read as a whole; see the limit jsonBytes.", member.Location, Decisive: true));
        }
    }
}
