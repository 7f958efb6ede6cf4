using Conformance.Rooms.Store;

namespace Conformance.Rooms.Authorisation;

/// <content>Members: what all memberships have in common, leaving, bans and knocking.</content>
internal sealed partial class AuthRules
{
    private AuthVerdict CheckMember(int index, IAuthState state, in Powers powers)
    {
        Membership membership = room.MembershipOf(index);
        int target = room.StateKeyOf(index);
        if (target < 0 || membership == Membership.None)
        {
            return Refused(AuthRule.MemberIncomplete);
        }

        if (_rules.HasRestricted && room.Has(index, RoomEventFlags.AuthorisingSignatureBad))
        {
            return Refused(AuthRule.MemberAuthorisingSignature);
        }

        _evidence = default;
        return membership switch
        {
            Membership.Join => CheckJoin(index, target, state, powers),
            Membership.Invite => CheckInvite(index, target, state, powers),
            Membership.Leave => CheckLeave(index, target, state, powers),
            Membership.Ban => CheckBan(index, target, state, powers),
            Membership.Knock when _rules.HasKnocking => CheckKnock(index, target, state),
            _ => Refused(AuthRule.MemberUnknown),
        };
    }

    private AuthVerdict CheckLeave(int index, int target, IAuthState state, in Powers powers)
    {
        int sender = room.SenderOf(index);
        Membership own = MembershipOf(sender, state);
        if (sender == target)
        {
            bool member = own is Membership.Invite or Membership.Join || (_rules.HasKnocking && own == Membership.Knock);
            return member ? Allowed(AuthRule.LeaveOwn) : Refused(AuthRule.LeaveNotMember);
        }

        if (own != Membership.Join)
        {
            return Refused(AuthRule.LeaveSenderNotJoined);
        }

        _evidence.Add(powers.Event);
        long power = powers.Of(sender);
        if (MembershipOf(target, state) == Membership.Ban && power < powers.Ban)
        {
            return Refused(AuthRule.LeaveUnbanLevel);
        }

        if (power < powers.Kick)
        {
            return Refused(AuthRule.LeaveKickLevel);
        }

        return powers.Of(target) < power ? Allowed(AuthRule.LeaveKick) : Refused(AuthRule.LeaveTargetLevel);
    }

    private AuthVerdict CheckBan(int index, int target, IAuthState state, in Powers powers)
    {
        int sender = room.SenderOf(index);
        if (MembershipOf(sender, state) != Membership.Join)
        {
            return Refused(AuthRule.BanSenderNotJoined);
        }

        _evidence.Add(powers.Event);
        if (powers.Of(sender) < powers.Ban)
        {
            return Refused(AuthRule.BanLevel);
        }

        return powers.Of(target) < powers.Of(sender) ? Allowed(AuthRule.BanAllowed) : Refused(AuthRule.BanTargetLevel);
    }

    private AuthVerdict CheckKnock(int index, int target, IAuthState state)
    {
        JoinRule rule = JoinRuleOf(state);
        if (rule != JoinRule.Knock && !(_rules.HasKnockRestricted && rule == JoinRule.KnockRestricted))
        {
            return Refused(AuthRule.KnockJoinRule);
        }

        int sender = room.SenderOf(index);
        if (sender != target)
        {
            return Refused(AuthRule.KnockSenderNotTarget);
        }

        return MembershipOf(sender, state) is Membership.Ban or Membership.Invite or Membership.Join
            ? Refused(AuthRule.KnockMember)
            : Allowed(AuthRule.KnockAllowed);
    }

    /// <summary>The join rule of a state: by invitation only where there is none.</summary>
    private JoinRule JoinRuleOf(IAuthState state)
    {
        int rules = state[room.JoinRulesSlot];
        _evidence.Add(rules);
        return rules < 0 ? JoinRule.Invite : room.JoinRuleOf(rules);
    }
}
