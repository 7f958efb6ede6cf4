using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>What a rule sees around the value that it checks: where the value stands, and who takes findings.</summary>
internal sealed class DocumentVisit(MspfArchive archive, IFindingSink sink, string member, int memberOrdinal)
{
    /// <summary>What is known of the archive so far. Rules read it only.</summary>
    public MspfArchive Archive { get; } = archive;

    /// <summary>Takes findings.</summary>
    public IFindingSink Sink { get; } = sink;

    /// <summary>The member's path.</summary>
    public string Member { get; } = member;

    /// <summary>The member's position in the run.</summary>
    public int MemberOrdinal { get; } = memberOrdinal;

    /// <summary>The item that was cut from the member; the default when the member is read as a whole.</summary>
    public CutItem Item { get; set; }

    /// <summary>Offset of the item in the member.</summary>
    public long ItemOffset { get; set; }

    /// <summary>The room that the item is about, for locations.</summary>
    public string? Room { get; set; }

    /// <summary>
    /// Whether the value's bytes are damaged, so that a part of one value may have been read as a part of another: names from
    /// it are then not to be printed, since one could be a piece of a secret.
    /// </summary>
    public bool IsDamaged { get; set; }

    /// <summary>The item's key in UTF-8; empty when it has none.</summary>
    public ReadOnlySpan<byte> Key => Item.Key;

    /// <summary>What to print for the item's key where the key may hide a secret; null where it may be printed as it is.</summary>
    public string? KeyText { get; set; }

    /// <summary>The item as a place.</summary>
    public Location ItemLocation => new(Member, ItemOffset, ItemPointer, Room);

    private string ItemPointer => KeyText is null ? Item.Pointer : "/" + NodePointer.Escape(KeyText);

    /// <summary>A node as a place.</summary>
    public Location At(Node node) => IsDamaged
        ? new Location(Member, node.Offset, ItemPointer, Room)
        : new Location(Member, node.Offset, ItemPointer + NodePointer.Of(node), Room);

    /// <summary>A name that the archive chose, as far as it may be printed.</summary>
    public string NameOf(Node key) => IsDamaged || key.Kind != NodeKind.Text ? "«redacted»" : SafeName.Of(key.Utf8);

    /// <summary>Reports at a node.</summary>
    public void Report(string rule, Node node, params ReadOnlySpan<Argument> arguments)
    {
        if (Sink.Wants(rule))
        {
            Report(rule, At(node), arguments);
        }
        else
        {
            Sink.CountOnly(rule);
        }
    }

    /// <summary>Reports at a node whose own name may not be printed: with its offset, and the pointer of the map around it.</summary>
    public void ReportAround(string rule, Node node, Node map, params ReadOnlySpan<Argument> arguments)
    {
        if (Sink.Wants(rule))
        {
            Report(rule, At(map) with { Offset = node.Offset }, arguments);
        }
        else
        {
            Sink.CountOnly(rule);
        }
    }

    /// <summary>Reports at the item.</summary>
    public void ReportItem(string rule, params ReadOnlySpan<Argument> arguments)
    {
        if (Sink.Wants(rule))
        {
            Report(rule, ItemLocation, arguments);
        }
        else
        {
            Sink.CountOnly(rule);
        }
    }

    private void Report(string rule, Location location, ReadOnlySpan<Argument> arguments) =>
        Sink.Report(Finding.Of(rule, location, arguments) with { MemberOrdinal = MemberOrdinal });
}
