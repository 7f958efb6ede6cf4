using Conformance.Events.Identifiers;
using Conformance.Rooms.Facts;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Authorisation;

/// <summary>
/// The authorisation rules of a room's version (Matrix specification, Room versions, Authorisation rules), applied to one event
/// after the other. One thread at a time.
/// </summary>
/// <param name="room">The room.</param>
/// <param name="thirdParty">Verifies proofs of invited addresses; without it such invites are undetermined.</param>
internal sealed partial class AuthRules(RoomEvents room, ThirdPartySignatureCheck? thirdParty = null)
{
    private readonly AuthRuleSet _rules = AuthRuleSet.Of(room.Version.AuthRules);
    private readonly OwnAuthEvents _own = new(room);
    private AuthEvidence _evidence;

    /// <summary>Checks an event against its own auth events: those by themselves, then the event in the state that they make up.</summary>
    /// <param name="index">An event that is there.</param>
    /// <param name="standings">How the events of the room stand, as far as they were judged.</param>
    public AuthVerdict CheckOwn(int index, ReadOnlySpan<EventStanding> standings)
    {
        AuthVerdict verdict = CheckAuthEvents(index, standings);
        if (!verdict.IsAllowed || room.Has(index, RoomEventFlags.Create))
        {
            return verdict;
        }

        _own.Event = index;
        return CheckState(index, _own);
    }

    /// <summary>Applies the rules that look at the event and its auth events only: 1 and 2, in version 12 also 3.</summary>
    /// <param name="index">An event that is there.</param>
    /// <param name="standings">How the events of the room stand, as far as they were judged.</param>
    public AuthVerdict CheckAuthEvents(int index, ReadOnlySpan<EventStanding> standings)
    {
        _evidence = default;
        if (!room.IsUsable(index) || room.Has(index, RoomEventFlags.ReferencesCut))
        {
            return Undetermined(AuthRule.EventUnreadable);
        }

        if (room.Has(index, RoomEventFlags.Create))
        {
            return CheckCreate(index);
        }

        if (_rules.CreateGivesRoomId)
        {
            AuthVerdict byRoom = CheckRoomId(index, standings);
            if (!byRoom.IsAllowed)
            {
                return byRoom;
            }
        }

        return CheckSelection(index, standings);
    }

    /// <summary>Applies the rules that look at a state: all others.</summary>
    /// <param name="index">An event that is there.</param>
    /// <param name="state">The state. In version 12 the create event is that of the room ID, whatever the state holds.</param>
    public AuthVerdict CheckState(int index, IAuthState state)
    {
        _evidence = default;
        if (!room.IsUsable(index))
        {
            return Undetermined(AuthRule.EventUnreadable);
        }

        if (room.Has(index, RoomEventFlags.Create))
        {
            return CheckCreate(index);
        }

        int create = _rules.CreateGivesRoomId ? room.RoomCreate : state[room.CreateSlot];
        if (create < 0 || !room.IsUsable(create) || room.FactsOf<CreateContent>(create) is not { } creation)
        {
            // Where the rules of auth events have passed, the create event is among them; a state may still lack it.
            return _rules.CreateGivesRoomId ? Undetermined(AuthRule.RoomCreateMissing) : Refused(AuthRule.AuthEventsNoCreate);
        }

        _evidence.Add(create);
        if (!creation.Federates && !SameServer(room.SenderOf(index), room.SenderOf(create)))
        {
            return Refused(AuthRule.FederateOtherServer);
        }

        int type = room.TypeOf(index);
        if (_rules.HasAliases && type == room.Known.Aliases)
        {
            return CheckAliases(index);
        }

        var powers = new Powers(room, state, create, creation);
        if (type == room.Known.Member)
        {
            return CheckMember(index, state, powers);
        }

        int sender = room.SenderOf(index);
        _evidence = default;
        if (MembershipOf(sender, state) != Membership.Join)
        {
            return Refused(AuthRule.SenderNotJoined);
        }

        _evidence.Add(powers.Event);
        if (type == room.Known.ThirdPartyInvite)
        {
            return powers.Of(sender) >= powers.Invite ? Allowed(AuthRule.ThirdPartyInviteAllowed) : Refused(AuthRule.ThirdPartyInviteLevel);
        }

        return CheckOther(index, type, powers);
    }

    /// <summary>Rules from the required power level to the last.</summary>
    private AuthVerdict CheckOther(int index, int type, in Powers powers)
    {
        int sender = room.SenderOf(index);
        int stateKey = room.StateKeyOf(index);
        if (powers.Needed(type, stateKey >= 0) > powers.Of(sender))
        {
            return Refused(AuthRule.EventLevel);
        }

        if (stateKey >= 0 && stateKey != sender && room.Texts[stateKey].StartsWith("@"u8))
        {
            return Refused(AuthRule.EventOtherUsersKey);
        }

        if (type == room.Known.PowerLevels)
        {
            return CheckPowerLevels(index, powers);
        }

        return _rules.HasRedaction && type == room.Known.Redaction ? CheckRedaction(index, powers) : Allowed(AuthRule.Allowed);
    }

    private AuthVerdict CheckAliases(int index)
    {
        int stateKey = room.StateKeyOf(index);
        if (stateKey < 0)
        {
            return Refused(AuthRule.AliasesNoStateKey);
        }

        return UserId.Server(room.Texts[room.SenderOf(index)]).SequenceEqual(room.Texts[stateKey])
            ? Allowed(AuthRule.AliasesAllowed)
            : Refused(AuthRule.AliasesOtherServer);
    }

    private AuthVerdict CheckRedaction(int index, in Powers powers)
    {
        if (powers.Of(room.SenderOf(index)) >= powers.Redact)
        {
            return Allowed(AuthRule.RedactionLevel);
        }

        Span<byte> buffer = stackalloc byte[EventIdText.HashIdLength];
        ReadOnlySpan<byte> server = UserId.Server(room.IdOf(index, buffer));
        return room.FactsOf<RedactionFacts>(index) is { } redaction && UserId.Server(room.Texts[redaction.Target]).SequenceEqual(server)
            ? Allowed(AuthRule.RedactionSameServer)
            : Refused(AuthRule.RedactionRefused);
    }

    /// <summary>A user's membership in a state; what was looked at is evidence.</summary>
    private Membership MembershipOf(int user, IAuthState state)
    {
        int member = state[room.MemberSlot(user)];
        _evidence.Add(member);
        return member < 0 ? Membership.None : room.MembershipOf(member);
    }

    private bool SameServer(int user, int other) =>
        user == other || UserId.Server(room.Texts[user]).SequenceEqual(UserId.Server(room.Texts[other]));

    private AuthVerdict Allowed(AuthRule rule) => new(AuthOutcome.Allowed, rule, _evidence);

    private AuthVerdict Refused(AuthRule rule) => new(AuthOutcome.Refused, rule, _evidence);

    private AuthVerdict Undetermined(AuthRule rule) => new(AuthOutcome.Undetermined, rule, _evidence);
}
