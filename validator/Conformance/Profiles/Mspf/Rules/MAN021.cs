using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A member comes before one that is needed to understand it.</summary>
internal sealed class MAN021 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN021);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive is { IsOrdered: true, FirstOutOfOrder: { } member })
        {
            sink.Report(Id, member, ("path", member.Path), ("count", archive.OutOfOrder));
        }
    }
}
