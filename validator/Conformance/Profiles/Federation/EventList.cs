using System.Globalization;

namespace Conformance.Profiles.Federation;

/// <summary>The events in one place of a body.</summary>
/// <param name="Slot">The place.</param>
/// <param name="Pointer">JSON Pointer to it.</param>
internal sealed record EventList(PduSlot Slot, string Pointer)
{
    /// <summary>The events, in order.</summary>
    public List<ListedEvent> Events { get; } = [];

    /// <summary>Of events of any rooms, what is known of each; null for one without ID. In the order of <see cref="Events"/>; empty for all other lists.</summary>
    public List<TransactionEvent?> Sent { get; } = [];

    /// <summary>Whether the list was there at all.</summary>
    public bool IsPresent { get; set; }

    /// <summary>JSON Pointer to an event.</summary>
    public string PointerOf(in ListedEvent listed) => Slot.IsList ? string.Create(CultureInfo.InvariantCulture, $"{Pointer}/{listed.Position}") : Pointer;
}
