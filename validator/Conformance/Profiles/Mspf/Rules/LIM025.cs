using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file of events is larger than was proposed in review.</summary>
internal sealed class LIM025 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(LIM025);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        foreach (Member member in archive.Members)
        {
            if (member.Part == ItemPart.Events && member.Length > ProposedBytes)
            {
                sink.Report(Id, member, ("path", member.Path), ("bytes", member.Length));
            }
        }
    }

    /// <summary>16 MiB.</summary>
    private const long ProposedBytes = 16L << 20;
}
