namespace Conformance.Comparison;

/// <summary>Enters all facts of an archive into a table.</summary>
internal sealed class TableTarget(long limit) : IFactTarget
{
    /// <summary>The facts.</summary>
    public FactTable Table { get; } = new(limit);

    /// <summary>What the events of each room add up to.</summary>
    public RoomTallies Rooms { get; } = new();

    /// <inheritdoc />
    public bool Wants(ContentPart part) => true;

    /// <inheritdoc />
    public IFactBatch Begin() => new Batch();

    /// <inheritdoc />
    public void Commit(IFactBatch batch)
    {
        foreach ((FactKey key, FactValue value, byte[]? room) in ((Batch)batch).Facts)
        {
            if (Table.Add(key, value) && room is not null)
            {
                Rooms.Add(room, key, value);
            }
        }
    }

    private sealed class Batch : IFactBatch
    {
        private byte[] _room = [];

        public List<(FactKey Key, FactValue Value, byte[]? Room)> Facts { get; } = [];

        public void Add(FactKey key, in Fact fact)
        {
            bool isEvent = key.Part == ContentPart.Events;
            if (isEvent && !fact.First.SequenceEqual(_room))
            {
                _room = fact.First.ToArray();
            }

            Facts.Add((key, fact.Digest, isEvent ? _room : null));
        }
    }
}
