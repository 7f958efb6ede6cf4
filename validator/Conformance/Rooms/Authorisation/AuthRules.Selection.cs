using Conformance.Rooms.Facts;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Authorisation;

/// <content>The auth events of an event by themselves (Server-Server API, Auth events selection).</content>
internal sealed partial class AuthRules
{
    private AuthVerdict CheckSelection(int index, ReadOnlySpan<EventStanding> standings)
    {
        ReadOnlySpan<int> auths = room.AuthEvents(index);
        AuthVerdict? first = FindDuplicate(auths) ?? FindUnselected(index, auths) ?? FindRejected(auths, standings);
        if (first is not null)
        {
            return first.Value;
        }

        int missing = -1;
        int undetermined = -1;
        int other = -1;
        bool hasCreate = false;
        foreach (int auth in auths)
        {
            if (!room.IsUsable(auth))
            {
                missing = auth;
                continue;
            }

            hasCreate |= room.SlotOf(auth) == room.CreateSlot;
            undetermined = standings[auth] is EventStanding.Undetermined ? auth : undetermined;
            other = room.RoomOf(auth).SequenceEqual(room.RoomOf(index)) ? other : auth;
        }

        if (!_rules.CreateGivesRoomId && !hasCreate && missing < 0)
        {
            return Refused(AuthRule.AuthEventsNoCreate);
        }

        if (other >= 0)
        {
            _evidence.Add(other);
            return Refused(AuthRule.AuthEventsOtherRoom);
        }

        if (missing >= 0 || undetermined >= 0)
        {
            _evidence.Add(missing);
            _evidence.Add(undetermined);
            return Undetermined(missing >= 0 ? AuthRule.AuthEventsMissing : AuthRule.AuthEventsUndetermined);
        }

        return Allowed(AuthRule.Allowed);
    }

    private AuthVerdict? FindDuplicate(ReadOnlySpan<int> auths)
    {
        // A list that is longer than the kinds of events that can be selected has a duplicate or an unselected one: no need to be quick.
        for (int i = 1; i < auths.Length && i < 64; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (auths[i] == auths[j] || (room.SlotOf(auths[i]) >= 0 && room.SlotOf(auths[i]) == room.SlotOf(auths[j])))
                {
                    _evidence.Add(auths[j]);
                    _evidence.Add(auths[i]);
                    return Refused(AuthRule.AuthEventsDuplicate);
                }
            }
        }

        return null;
    }

    private AuthVerdict? FindUnselected(int index, ReadOnlySpan<int> auths)
    {
        foreach (int auth in auths)
        {
            if (room.IsUsable(auth) && !IsSelected(index, auth))
            {
                _evidence.Add(auth);
                return Refused(AuthRule.AuthEventsNotSelected);
            }
        }

        return null;
    }

    private AuthVerdict? FindRejected(ReadOnlySpan<int> auths, ReadOnlySpan<EventStanding> standings)
    {
        foreach (int auth in auths)
        {
            if (standings[auth].IsRejected())
            {
                _evidence.Add(auth);
                return Refused(AuthRule.AuthEventsRejected);
            }
        }

        return null;
    }

    /// <summary>Whether the selection would take an event of that type and state key.</summary>
    private bool IsSelected(int index, int auth)
    {
        int slot = room.SlotOf(auth);
        if (slot < 0)
        {
            return false;
        }

        if (slot == room.CreateSlot)
        {
            return !_rules.CreateGivesRoomId;
        }

        if (slot == room.PowerLevelsSlot || slot == room.MemberSlot(room.SenderOf(index)))
        {
            return true;
        }

        if (room.TypeOf(index) != room.Known.Member)
        {
            return false;
        }

        Membership membership = room.MembershipOf(index);
        bool enters = membership is Membership.Join or Membership.Invite or Membership.Knock;
        if (slot == room.MemberSlot(room.StateKeyOf(index)) || (slot == room.JoinRulesSlot && enters))
        {
            return true;
        }

        (int type, int stateKey) = room.Slots[slot];
        return membership switch
        {
            Membership.Join => _rules.HasRestricted && type == room.Known.Member && stateKey == room.AuthorisingUserOf(index),
            Membership.Invite => type == room.Known.ThirdPartyInvite && room.FactsOf<MemberFacts>(index)?.Proof is { Token: >= 0 } proof
                && proof.Token == stateKey,
            _ => false,
        };
    }
}
