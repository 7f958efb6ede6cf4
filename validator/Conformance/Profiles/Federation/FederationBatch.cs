using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation;

/// <summary>What the check of one block leaves for its commit. Used again for other blocks.</summary>
internal sealed class FederationBatch
{
    /// <summary>What rooms keep of the events.</summary>
    public RoomEventDrafts Drafts { get; } = new();

    /// <summary>The events, in order.</summary>
    public List<(EventList List, int Draft, ulong Fingerprint, long Position, long Offset, int Length, TransactionEvent? Sent)> Events { get; } = [];

    /// <summary>All else of bodies, in order.</summary>
    public List<(FederationBody Body, CutPath? Parent, Skeleton.Piece Piece, bool IsDamaged)> Pieces { get; } = [];

    /// <summary>Maps and arrays of bodies that were entered, in order.</summary>
    public List<(PathRole Role, CutPath Path)> Entered { get; } = [];

    /// <summary>Bodies of which something couldn't be read.</summary>
    public List<FederationBody> Broken { get; } = [];

    /// <summary>What was counted.</summary>
    public EventCounts Counts { get; private set; } = new();

    /// <summary>Begins a block.</summary>
    public void Begin()
    {
        Drafts.Clear();
        Events.Clear();
        Pieces.Clear();
        Entered.Clear();
        Broken.Clear();
        Counts = new EventCounts();
    }
}
