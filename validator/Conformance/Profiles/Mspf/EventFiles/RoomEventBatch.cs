using Conformance.Events;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <summary>What the check of one block leaves for its commit, with what rooms keep of the events.</summary>
internal sealed class RoomEventBatch : EventBatch
{
    /// <summary>What rooms keep.</summary>
    public RoomEventDrafts Drafts { get; } = new();

    /// <inheritdoc />
    public override void Begin(string member, int memberOrdinal)
    {
        base.Begin(member, memberOrdinal);
        Drafts.Clear();
    }
}
