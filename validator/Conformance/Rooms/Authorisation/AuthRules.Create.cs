using Conformance.Events.Identifiers;
using Conformance.Rooms.Facts;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Authorisation;

/// <content>Create events and, where the room ID follows from them, the room ID.</content>
internal sealed partial class AuthRules
{
    private AuthVerdict CheckCreate(int index)
    {
        if (room.PrevEvents(index).Length > 0)
        {
            return Refused(AuthRule.CreateHasPrevEvents);
        }

        if (_rules.CreateGivesRoomId)
        {
            if (room.Has(index, RoomEventFlags.HasRoomId))
            {
                return Refused(AuthRule.CreateHasRoomId);
            }
        }
        else if (UserId.Server(room.RoomOf(index)) is var server
            && (server.IsEmpty || !server.SequenceEqual(UserId.Server(room.Texts[room.SenderOf(index)]))))
        {
            return Refused(AuthRule.CreateRoomIdServer);
        }

        CreateContent content = room.FactsOf<CreateContent>(index)!;
        if (!content.VersionKnown)
        {
            return Refused(AuthRule.CreateUnknownVersion);
        }

        if (_rules.CreateNeedsCreator && !content.HasCreator)
        {
            return Refused(AuthRule.CreateNoCreator);
        }

        return _rules.CreateGivesRoomId && !content.AdditionalCreatorsValid
            ? Refused(AuthRule.CreateAdditionalCreators)
            : Allowed(AuthRule.CreateAllowed);
    }

    private AuthVerdict CheckRoomId(int index, ReadOnlySpan<EventStanding> standings)
    {
        int create = room.RoomCreate;
        if (create < 0 || room.RoomOf(index).IsEmpty || room.Has(index, RoomEventFlags.OtherRoom))
        {
            return Refused(AuthRule.RoomIdNotCreate);
        }

        _evidence.Add(create);
        if (!room.Has(create, RoomEventFlags.Held))
        {
            return Undetermined(AuthRule.RoomCreateMissing);
        }

        return room.Has(create, RoomEventFlags.Create) && !standings[create].IsRejected()
            ? Allowed(AuthRule.Allowed)
            : Refused(AuthRule.RoomIdNotCreate);
    }

}
