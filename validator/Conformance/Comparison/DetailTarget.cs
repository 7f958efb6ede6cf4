using System.Collections.Immutable;
using System.Text;

namespace Conformance.Comparison;

/// <summary>Keeps what an archive says of the things that differ, as far as they are listed.</summary>
/// <param name="parts">The kinds of things that differ.</param>
/// <param name="judge">Tells how a thing differs; null for one that doesn't, or that isn't to be listed from this archive.</param>
/// <param name="listed">Things of one part and kind that are kept.</param>
internal sealed class DetailTarget(IReadOnlySet<ContentPart> parts, Func<FactKey, DifferenceKind?> judge, int listed) : IFactTarget
{
    /// <summary>A longer value isn't kept, and its changes aren't named.</summary>
    private const int MaxValue = 1 << 20;

    private readonly Dictionary<(ContentPart Part, DifferenceKind Kind), int> _counts = [];
    private readonly HashSet<FactKey> _seen = [];

    /// <summary>What was kept, in the order of the archive.</summary>
    public List<FactDetail> Details { get; } = [];

    /// <inheritdoc />
    public bool Wants(ContentPart part) => parts.Contains(part);

    /// <inheritdoc />
    public IFactBatch Begin() => new Batch(judge, listed);

    /// <inheritdoc />
    public void Commit(IFactBatch batch)
    {
        foreach (FactDetail detail in ((Batch)batch).Details)
        {
            (ContentPart Part, DifferenceKind Kind) place = (detail.Key.Part, detail.Kind);
            int count = _counts.GetValueOrDefault(place);
            if (count < listed && _seen.Add(detail.Key))
            {
                Details.Add(detail);
                _counts[place] = count + 1;
            }
        }
    }

    private sealed class Batch(Func<FactKey, DifferenceKind?> judge, int listed) : IFactBatch
    {
        private readonly FactWriter _writer = new();

        public List<FactDetail> Details { get; } = [];

        public void Add(FactKey key, in Fact fact)
        {
            if (judge(key) is not { } kind || GoesWithTheWhole(key.Part, kind, fact) || Details.Count(detail => detail.Kind == kind && detail.Key.Part == key.Part) >= listed)
            {
                return;
            }

            byte[]? json = fact.Value.Exists && _writer.CanonicalOf(fact.Value) is { Length: > 0 and <= MaxValue } canonical ? canonical.ToArray() : null;
            Details.Add(new FactDetail(key, kind, NameOf(fact), json));
        }

        /// <summary>Whether the room or user that it is of was lost or invented itself, which says it all.</summary>
        private bool GoesWithTheWhole(ContentPart part, DifferenceKind kind, in Fact fact)
        {
            ContentPart? whole = part switch
            {
                ContentPart.RoomDetails or ContentPart.Events => ContentPart.Rooms,
                ContentPart.UserDetails or ContentPart.Devices or ContentPart.RoomTags => ContentPart.Users,
                _ => null,
            };
            return whole is { } parent && kind != DifferenceKind.Changed && judge(_writer.KeyOf(parent, fact.First)) == kind;
        }

        private static ImmutableArray<string> NameOf(in Fact fact)
        {
            string first = Encoding.UTF8.GetString(fact.First);
            string second = Encoding.UTF8.GetString(fact.Second);
            return !fact.Third.IsEmpty ? [first, second, Encoding.UTF8.GetString(fact.Third)] : fact.Second.IsEmpty ? [first] : [first, second];
        }
    }
}
