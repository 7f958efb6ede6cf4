using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A room stands once on a page of the directory.</summary>
internal sealed class FED065 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED065);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        var rooms = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node room in visit.IsAnyOf("publicRooms", "publicRooms/search") ? visit.Answer.Map.Get("chunk"u8).Elements() : default(Node).Elements())
        {
            Node id = room.Get("room_id"u8);
            if (id.AsString() is { } text && !rooms.Add(text))
            {
                visit.Report(Id, visit.Answer, id, ("room", text));
            }
        }
    }
}
