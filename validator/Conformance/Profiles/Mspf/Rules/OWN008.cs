using System.Globalization;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The numbers of an item's files have a gap.</summary>
internal sealed class OWN008 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN008);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        foreach (ManifestItem item in Ownership.ListedKnownItems(archive))
        {
            if (item.Known!.IsSingleFile)
            {
                continue;
            }

            var numbers = new SortedSet<int>();
            foreach (Member member in archive.Members)
            {
                if (member.IsFile && item.Known.Matches(member.Path)
                    && int.TryParse(item.Known.StarOf(member.Path), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                {
                    numbers.Add(number);
                }
            }

            int expected = numbers.Min;
            foreach (int number in numbers)
            {
                if (number != expected)
                {
                    sink.Report(Id, item.Location, Ownership.ManifestOrdinal(archive), ("item", item.Specifier), ("missing", expected), ("next", number));
                    break;
                }

                expected++;
            }
        }
    }
}
