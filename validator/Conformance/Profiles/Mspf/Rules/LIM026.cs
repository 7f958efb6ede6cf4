using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Events are spread over many tiny files.</summary>
internal sealed class LIM026 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(LIM026);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        int files = 0;
        long bytes = 0;
        Member? first = null;
        foreach (Member member in archive.Members)
        {
            if (member.Part == ItemPart.Events && member.Length >= 0)
            {
                files++;
                bytes += member.Length;
                first ??= member;
            }
        }

        if (first is not null && files >= ManyFiles && bytes / files < TinyBytes)
        {
            sink.Report(Id, first, ("files", files), ("average", bytes / files));
        }
    }

    private const int ManyFiles = 1000;

    private const long TinyBytes = 64 << 10;
}
