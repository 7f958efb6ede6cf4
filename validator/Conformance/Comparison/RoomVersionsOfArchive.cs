using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Comparison;

/// <summary>The versions of an archive's rooms, by which events get their IDs.</summary>
internal sealed class RoomVersionsOfArchive
{
    private readonly Dictionary<byte[], RoomVersion?> _versions = new(Utf8Comparer.Instance);

    /// <summary>Whether no more rooms will come.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Notes a room's version. Of a room that stands twice the first counts.</summary>
    public void Add(byte[] room, string? version) => _versions.TryAdd(room, RoomVersions.Find(version));

    /// <summary>Finds a room's version. Safe on any thread once the rooms are complete.</summary>
    public RoomVersion? Find(byte[] room) => _versions.GetValueOrDefault(room);
}
