namespace Conformance.Rooms.Store;

/// <content>The hashes that references give, in room versions 1 and 2.</content>
internal sealed partial class RoomEvents
{
    private Dictionary<int, ulong>? _ownHashes;
    private List<(int Event, int Named, ulong Hash)>? _givenHashes;

    /// <summary>References that give another hash than the event has that they name, in the order of entering.</summary>
    public IEnumerable<(int Event, int Named)> WrongReferenceHashes()
    {
        foreach ((int index, int named, ulong hash) in _givenHashes ?? [])
        {
            if (_ownHashes!.TryGetValue(named, out ulong own) && own != hash)
            {
                yield return (index, named);
            }
        }
    }

    private void NoteOwnHash(int index, ulong hash)
    {
        if (hash != 0)
        {
            (_ownHashes ??= [])[index] = hash;
        }
    }

    private void NoteGivenHash(int index, int named, ulong hash)
    {
        if (hash != 0)
        {
            _ownHashes ??= [];
            (_givenHashes ??= []).Add((index, named, hash));
        }
    }
}
