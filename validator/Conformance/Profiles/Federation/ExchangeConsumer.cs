using System.Collections.Concurrent;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Index;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Rooms.Store;
using Conformance.Signatures;

namespace Conformance.Profiles.Federation;

/// <summary>Reads a capture or a body: checks each event on its own, enters it into its room, and puts the rest together.</summary>
/// <param name="shape">How the file is cut.</param>
/// <param name="root">What the file as a whole is.</param>
/// <param name="ledger">Takes what is to be remembered; one for all files.</param>
/// <param name="depth">Deepest nesting.</param>
/// <param name="signatures">Checks signatures; null leaves them unchecked.</param>
internal sealed class ExchangeConsumer(CutShape shape, PathRole root, ExchangeLedger ledger, int depth, SignatureRun? signatures) : IBlockConsumer
{
    private readonly ConcurrentBag<FederationBatch> _free = [];

    /// <inheritdoc />
    public CutShape Shape => shape;

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        FederationBatch batch = _free.TryTake(out FederationBatch? free) ? free : new FederationBatch();
        batch.Begin();
        foreach (CutPath path in block.Entered)
        {
            PathRole role = PathRole.Of(path, root);
            if (role.Body is not null)
            {
                batch.Entered.Add((role, path));
            }
        }

        string? member = work.Member.Length == 0 ? null : work.Member;
        EventChecker checker = work.Tool<EventChecker>();
        checker.Visit.Enter(member, work.MemberOrdinal, work.Sink);
        foreach (CutItem item in block.Items)
        {
            PathRole role = PathRole.Of(item, root);
            if (role.Body is null)
            {
                continue;
            }

            bool isListed = role is { Kind: PathRoleKind.Event, Slot.Slot.IsList: true };
            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Json, work.Document, block.BaseOffset + item.Start, depth);
            if (item.Broken)
            {
                batch.Broken.Add(role.Body);
            }

            if (!isListed)
            {
                Keep(batch, role, item, block, work, member);
            }

            bool isNothing = role.Slot is { Slot.Name.Length: 0 } && work.Document.Root.Kind == NodeKind.Null;
            if (role.Kind == PathRoleKind.Event && !isNothing)
            {
                Check(batch, role, item, block, checker, work);
            }
        }

        return batch;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
        var batch = (FederationBatch)result;
        ledger.Counts.Add(batch.Counts);
        foreach (FederationBody body in batch.Broken)
        {
            body.IsBroken = true;
        }

        foreach ((PathRole role, CutPath path) in batch.Entered)
        {
            FederationBody body = role.Body!;
            bool isRoot = path.Parent is null || PathRole.Of(path.Parent, root).Body is null;
            body.Skeleton.Enter(path, role.Kind is PathRoleKind.Pair or PathRoleKind.List, isRoot);
            if (role.Slot is { } list)
            {
                list.IsPresent = true;
            }
        }

        foreach ((FederationBody body, CutPath? parent, Skeleton.Piece piece, bool isDamaged) in batch.Pieces)
        {
            body.Skeleton.Add(parent, piece);
            body.Skeleton.IsDamaged |= isDamaged;
        }

        foreach ((EventList list, int draft, ulong fingerprint, long position, long offset, int length, TransactionEvent? sent) in batch.Events)
        {
            list.IsPresent = true;
            if (list.Slot.Role == PduRole.Transaction)
            {
                list.Sent.Add(sent);
            }

            list.Events.Add(new ListedEvent(ledger.Enter(batch.Drafts, draft, fingerprint, new EventPlace(1, offset), sink), position, offset, length));
        }

        if (batch.Drafts.Bytes <= CutLimits.Default.BlockBytes * 2)
        {
            _free.Add(batch);
        }
    }

    /// <summary>Keeps what isn't one of many events, for the schema. Its faults are reported here, where its bytes are.</summary>
    private static void Keep(FederationBatch batch, PathRole role, in CutItem item, CutBlock block, BlockWork work, string? member)
    {
        Document document = work.Document;
        if (role.Kind != PathRoleKind.Event)
        {
            FaultReporter.Report(document, new Location(member, document.BaseOffset, item.Pointer), work.MemberOrdinal, except: default, work.Sink);
        }

        // Around a body that is one value there is nothing of the body.
        bool isInPair = role.Body!.Form.IsPair && role.Kind == PathRoleKind.Map;
        CutPath? parent = isInPair || role.Kind is PathRoleKind.Piece or PathRoleKind.List || role.Slot is { Slot.Name.Length: > 0 } ? item.Parent : null;
        var piece = new Skeleton.Piece(item.Key, item.Index, block.BaseOffset + item.Start, block.Bytes(item).ToArray());
        batch.Pieces.Add((role.Body, parent, piece, item.Broken || document.FaultKinds.Overlaps(Damaging)));
    }

    /// <summary>Faults after which bytes can't be put beside others.</summary>
    private static readonly FaultSet Damaging = EventChecker.Harmful;

    private void Check(FederationBatch batch, PathRole role, in CutItem item, CutBlock block, EventChecker checker, BlockWork work)
    {
        (byte[] room, RoomVersion? version) = ledger.RoomOf(work.Document.Root);
        checker.Visit.Enter(room, version);
        checker.Visit.Begin(work.Document, item);
        batch.Counts.Events++;
        batch.Counts.CountVersion(version is null ? -1 : RoomVersions.All.IndexOf(version));
        int draft = -1;
        ulong fingerprint = 0;
        if (checker.Check())
        {
            RoomEventForm form = RoomEventForms.Of(checker);
            if (signatures is not null)
            {
                EventSignatureVerdict verdict = work.Tool<EventSignatureVerdict>();
                bool isOnItsWay = !role.Body!.IsAnswer;
                signatures.Check(checker, verdict, batch.Counts.Signatures, isOnItsWay);
                form |= !isOnItsWay && verdict.IsAuthorisingSignatureWrong ? RoomEventForm.AuthorisingSignatureBad : RoomEventForm.AsIs;
            }

            Count(batch.Counts, checker);
            if (checker.Identity.IsKnown && ledger.KeepsRoom)
            {
                fingerprint = ledger.Fingerprint.Of(block.Bytes(item).Span);
                draft = batch.Drafts.Add(checker.Visit.Event, checker.Identity.Utf8, version!, room, form, RoomEventForms.ReferenceHash(checker));
            }
        }

        TransactionEvent? sent = role.Slot!.Slot.Role == PduRole.Transaction && checker.Identity.IsKnown ? TransactionEvent.Of(checker) : null;
        batch.Events.Add((role.Slot, draft, fingerprint, item.Index, block.BaseOffset + item.Start, item.Length, sent));
    }

    private static void Count(EventCounts counts, EventChecker checker)
    {
        counts.StateEvents += checker.Visit.Event.Has(EventField.StateKey) ? 1 : 0;
        counts.RedactedCopies += checker.ContentHash == ContentHashState.RedactedCopy ? 1 : 0;
        counts.ContentHashFits += checker.ContentHash == ContentHashState.Fits ? 1 : 0;
    }
}
