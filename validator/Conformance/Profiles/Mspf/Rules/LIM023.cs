using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>There are more users than are remembered.</summary>
internal sealed class LIM023 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(LIM023);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Users.Dropped > 0)
        {
            sink.Report(Id, Location.Input, 0, ("count", archive.Users.Dropped), ("limit", archive.Options.Limits.Users));
            sink.ReportNotChecked(new NotChecked(
                "whether users beyond the limit are unique", "There are more than the limit users allows.", Location.Input, Decisive: true, archive.Users.Dropped));
        }
    }
}
