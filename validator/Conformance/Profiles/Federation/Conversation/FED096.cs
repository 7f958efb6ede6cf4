using Conformance.Documents;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>A template is of the version that its room's create event names.</summary>
internal sealed class FED096 : IConversationRule
{
    private readonly List<(string Room, string Version, ExchangePlace Place)> _templates = [];
    private readonly Dictionary<string, (string Version, ExchangePlace Place)> _rooms = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string Id => nameof(FED096);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
        string room = System.Text.Encoding.UTF8.GetString(visit.Exchange.Room);
        Node version = visit.Answer.Map.Get("room_version"u8);
        if (visit.IsAnyOf("make_join", "make_leave", "make_knock") && room.Length > 0 && version.AsString() is { } text)
        {
            _templates.Add((room, text, ExchangePlace.Of(visit, visit.Answer, version)));
        }

        // A version that the user names isn't the create event's.
        if (visit.Options.Version is null && visit.Room is { } events && visit.Answer.Of(PduRole.State) is { } state
            && state.Events.Exists(listed => listed.Index >= 0 && events.SlotOf(listed.Index) == events.CreateSlot))
        {
            _rooms.TryAdd(room, (events.Version.Id, ExchangePlace.OfAnswer(visit)));
        }
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach ((string room, string version, ExchangePlace place) in _templates)
        {
            if (_rooms.TryGetValue(room, out (string Version, ExchangePlace Place) created) && created.Version != version)
            {
                visit.Report(Id, place, ("version", version), ("actual", created.Version), ("file", created.Place.File));
            }
        }
    }
}
