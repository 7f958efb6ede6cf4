using Conformance.Documents;

namespace Conformance.Events.Canonical;

/// <summary>Orders pairs by the bytes of their keys, which is the order of code points; equal keys by their place.</summary>
internal readonly struct MapEntryComparer(Document document) : IComparer<MapEntry>
{
    public int Compare(MapEntry x, MapEntry y)
    {
        if (x.Prefix != y.Prefix)
        {
            return x.Prefix < y.Prefix ? -1 : 1;
        }

        int order = document.TextOf(document.Record(x.Key)).SequenceCompareTo(document.TextOf(document.Record(y.Key)));
        return order != 0 ? order : x.Key.CompareTo(y.Key);
    }

    /// <summary>Whether two pairs have one name.</summary>
    public bool SameName(MapEntry x, MapEntry y) =>
        x.Prefix == y.Prefix && document.TextOf(document.Record(x.Key)).SequenceEqual(document.TextOf(document.Record(y.Key)));

    /// <summary>Sorts: by insertion while there are few, which is quick for what is nearly in order, otherwise in n log n.</summary>
    public void Sort(Span<MapEntry> entries)
    {
        if (entries.Length > 24)
        {
            entries.Sort(this);
            return;
        }

        for (int i = 1; i < entries.Length; i++)
        {
            MapEntry entry = entries[i];
            int at = i;
            while (at > 0 && Compare(entries[at - 1], entry) > 0)
            {
                entries[at] = entries[at - 1];
                at--;
            }

            entries[at] = entry;
        }
    }
}
