using System.Text;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>An event that some exchange of a conversation holds.</summary>
internal readonly struct ConversationEvent
{
    private readonly RoomEvents? _room;
    private readonly int _index;
    private readonly TransactionEvent? _sent;

    /// <summary>An event of an exchange about one room.</summary>
    public ConversationEvent(RoomEvents room, int index)
    {
        _room = room;
        _index = index;
    }

    /// <summary>An event of a transaction.</summary>
    public ConversationEvent(TransactionEvent sent) => _sent = sent;

    /// <summary>The room; empty when neither the event nor its exchange says so.</summary>
    public string Room => _sent?.Room ?? Encoding.UTF8.GetString(_room!.Texts[_room.RoomId]);

    /// <summary>Its type.</summary>
    public string Type => _sent?.Type ?? Encoding.UTF8.GetString(_room!.Texts[_room.TypeOf(_index)]);

    /// <summary>Its state key; null when it has none.</summary>
    public string? StateKey => _sent is not null ? _sent.StateKey : _room!.StateKeyOf(_index) is >= 0 and int key ? Encoding.UTF8.GetString(_room.Texts[key]) : null;

    /// <summary>Its <c>origin_server_ts</c>; null when it has none that can be read.</summary>
    public long? Time => _sent is not null ? _sent.Time : _room!.TimeOf(_index);

    /// <summary>The events that it follows.</summary>
    public IEnumerable<string> PrevEvents => _sent is not null ? _sent.PrevEvents : Ids(_room!, _room!.PrevEvents(_index));

    /// <summary>The events that authorise it.</summary>
    public IEnumerable<string> AuthEvents => _sent is not null ? _sent.AuthEvents : Ids(_room!, _room!.AuthEvents(_index));

    private static string[] Ids(RoomEvents room, ReadOnlySpan<int> events)
    {
        string[] ids = new string[events.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = room.IdOf(events[i]);
        }

        return ids;
    }
}
