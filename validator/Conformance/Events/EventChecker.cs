using Conformance.Documents;
using Conformance.Events.Hashing;
using Conformance.Events.Rules;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Events;

/// <summary>
/// Checks events one by one, as far as no other event is needed: format, sizes, hashes, and from these the event ID. One
/// thread at a time.
/// </summary>
internal sealed partial class EventChecker
{
    // Numbers are judged by the room version, so the readers' rules leave them alone.
    private static readonly FaultSet Numbers = FaultSet.Of(
        FaultKind.Float, FaultKind.IntegralFloat, FaultKind.IntegerOutOfRange, FaultKind.NegativeZero, FaultKind.NumberOverflow, FaultKind.CborNonFinite);

    /// <summary>What leaves a doubt about what an event is, so that it has no hashes: all but what is merely written in an unusual way.</summary>
    internal static readonly FaultSet Harmful = AllBut(
        FaultKind.Float, FaultKind.IntegralFloat, FaultKind.IntegerOutOfRange, FaultKind.NegativeZero, FaultKind.NumberOverflow, FaultKind.CborNonFinite,
        FaultKind.DuplicateKey, FaultKind.TrailingBytes, FaultKind.JsonByteOrderMark, FaultKind.CborTag, FaultKind.CborIndefinite,
        FaultKind.CborNonShortest, FaultKind.CborNonShortestFloat);

    /// <summary>The visit of the event at hand: name file, room and place there before each check.</summary>
    public EventVisit Visit { get; } = new();

    /// <summary>The canonical forms and hashes of the last event, if <see cref="IsHashed"/>.</summary>
    public EventHasher Hasher { get; } = new();

    /// <summary>The ID of the last event.</summary>
    public EventIdentity Identity { get; } = new();

    /// <summary>Whether the last event could be hashed.</summary>
    public bool IsHashed { get; private set; }

    /// <summary>How the last event's content hash and content go together.</summary>
    public ContentHashState ContentHash { get; private set; }

    /// <summary>Members that the last event was hashed without since an export added them, as bits.</summary>
    public uint AddedFields { get; private set; }

    /// <summary>Checks the event that <see cref="Visit"/> was begun with.</summary>
    /// <returns>False when it isn't even an object.</returns>
    public bool Check()
    {
        Document document = Visit.Document;
        Identity.Clear();
        IsHashed = false;
        AddedFields = 0;
        ContentHash = ContentHashState.Unknown;
        bool isObject = document.Root.Kind == NodeKind.Map;
        if (isObject)
        {
            Visit.Event.Load(document);
            FindIdentity();
        }

        if (document.FaultCount != 0)
        {
            FaultReporter.Report(document, Visit.LocationOf(document.Root), Visit.MemberOrdinal, Numbers, Visit.Sink);
            EventNumbers.Check(Visit, isObject);
        }

        if (!isObject)
        {
            EVT001.Check(Visit);
            return false;
        }

        // Of an event whose end is missing, so are members and parts of them: that has its own rules.
        if ((document.Root.Flags & NodeFlags.Incomplete) == 0)
        {
            CheckFormat();
        }

        if (IsHashed)
        {
            CheckHashes();
        }

        return true;
    }

    private void FindIdentity()
    {
        EventView view = Visit.Event;
        RoomVersion? version = Visit.Version;
        if (version is null)
        {
            Visit.Sink.ReportNotChecked(new NotChecked(
                "events of rooms of an unknown version",
                "The format of events, their hashes and IDs depend on the room version, which this validator doesn't know.",
                Visit.LocationOf(Visit.Document.Root),
                Decisive: true));
            return;
        }

        bool isWhole = !Visit.Document.FaultKinds.Overlaps(Harmful);
        if (isWhole && view.KindOf(EventField.Content) == NodeKind.Map && view.KindOf(EventField.Type) == NodeKind.Text)
        {
            HashAsItWas(view, version);
            IsHashed = Hasher.IsExact;
        }

        if (!IsHashed)
        {
            Visit.Sink.ReportNotChecked(new NotChecked(
                "hashes and IDs of broken events",
                "An event that can't be read in full, or that holds what JSON has no form for, has no hashes.",
                Visit.LocationOf(Visit.Document.Root),
                Decisive: true));
        }

        if (version.EventIds == EventIdForm.Field)
        {
            if (view.KindOf(EventField.EventId) == NodeKind.Text)
            {
                Identity.SetField(view.TextOf(EventField.EventId));
            }
        }
        else if (IsHashed)
        {
            Identity.SetHash(Hasher.ReferenceHash, version.EventIds);
        }

        Visit.Identify(Identity);
    }

    /// <summary>
    /// Hashes an event without what exports add to it: an <c>event_id</c> where IDs are hashes, the <c>room_id</c> of a create event
    /// that gives the room its ID. Where the hashes show that the event was made with the member, it counts as part of it.
    /// </summary>
    private void HashAsItWas(EventView view, RoomVersion version)
    {
        uint added = version.EventIds != EventIdForm.Field ? view.Fields & EventFields.Set(EventField.EventId) : 0;
        if (version.RoomIds == RoomIdForm.CreateEventHash && EventTypes.IsCreate(view) && view.Has(EventField.RoomId))
        {
            added |= EventFields.Set(EventField.RoomId);
        }

        Hasher.Hash(view, version, added);
        AddedFields = added;
        ContentHash = Hasher.CompareContentHash();
        if (added != 0 && ContentHash is ContentHashState.Differs or ContentHashState.RedactedCopy)
        {
            Hasher.Hash(view, version, ignored: 0);
            if (Hasher.CompareContentHash() == ContentHashState.Fits)
            {
                ContentHash = ContentHashState.Fits;
                AddedFields = 0;
            }
            else
            {
                Hasher.Hash(view, version, added);
            }
        }
    }

    private static FaultSet AllBut(params ReadOnlySpan<FaultKind> kinds)
    {
        FaultSet set = default;
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            if (!kinds.Contains(kind))
            {
                set = set.With(kind);
            }
        }

        return set;
    }
}
