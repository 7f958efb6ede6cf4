using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Conformance.Findings;
using Conformance.Profiles.Federation.Rules;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.PartialState;

/// <summary>What a join of a room costs under each proposal, worked out from a full answer.</summary>
internal sealed class JoinCosts
{
    private readonly FederationVisit _full;
    private readonly RoomEvents _room;
    private readonly int[] _lengths;
    private readonly int _join;
    private readonly string _joiner;
    private readonly bool _isNamed;
    private readonly List<int> _others = [];
    private readonly List<int> _members = [];

    private JoinCosts(FederationVisit full)
    {
        _full = full;
        _room = full.Room!;
        _join = PartialAnswer.JoinIn(full);
        _joiner = PartialAnswer.Joiner(full);
        _isNamed = PartialAnswer.IsNamed(full);
        _lengths = new int[_room.Count];
        foreach (EventList list in full.Answer.Lists)
        {
            foreach (ListedEvent listed in list.Events)
            {
                if (listed.Index >= 0)
                {
                    _lengths[listed.Index] = listed.Length + 1;
                }
            }
        }

        foreach (ListedEvent listed in full.Answer.Of(PduRole.State)!.Events)
        {
            (_room.TypeOf(listed.Index) == _room.Known.Member ? _members : _others).Add(listed.Index);
        }

        // Older memberships first, which is as close to the order of a server's stream as an answer tells.
        _members.Sort((x, y) => _room.DepthOf(x) != _room.DepthOf(y) ? _room.DepthOf(x).CompareTo(_room.DepthOf(y)) : _room.CompareIds(x, y));
    }

    /// <summary>Works the costs out.</summary>
    /// <param name="visit">An answer with the full state, or one that is held against such a one.</param>
    /// <returns>The costs, the full answer's first; none where there is no full state, which is noted as not checked.</returns>
    public static ImmutableArray<JoinCost> Of(FederationVisit visit)
    {
        FederationVisit full = visit.Full?.Visit ?? visit;
        string? obstacle = !full.IsAnyOf("send_join", "send_join/v1", "state") ? "Only answers to send_join and state tell the state of a room."
            : PartialAnswer.IsAnyPartial(full) ? "Members are left out of the answer; give the full one with --full FILE."
            : !full.IsWhole(full.Answer.Of(PduRole.State)) ? "The answer's state can't be read as a whole."
            : null;
        if (obstacle is not null)
        {
            visit.Sink.ReportNotChecked(new NotChecked("what a join costs under each proposal", obstacle, Location.Input, Decisive: false));
            return [];
        }

        var costs = new JoinCosts(full);
        return [costs.Full(), costs.Spec(), costs.Msc2775()];
    }

    private JoinCost Full()
    {
        EventSet state = Set(_others, _members);
        return Cost(StateProfile.Full, state, Chain(state), 0);
    }

    private JoinCost Spec()
    {
        EventSet state = Set(_others, Heroes());
        EventSet chain = Chain(state);
        chain.Remove(state);
        var servers = new HashSet<string>(Joined().Select(ServerOf), StringComparer.Ordinal);
        int more = Encoding.UTF8.GetByteCount($",\"members_omitted\":true,\"servers_in_room\":[{string.Join(',', servers.Select(server => $"\"{server}\""))}]");
        return Cost(StateProfile.Spec, state, chain, more);
    }

    private JoinCost Msc2775()
    {
        EventSet chainOfOthers = AuthChains.Of(_room, _others);
        EventSet state = Set(
            _others,
            Heroes(),
            _members.Where(index => Msc2775Answer.IsThrownOut(_room, index) || _room.MembershipOf(index) == Membership.Invite || chainOfOthers.Contains(index)));
        var servers = new HashSet<string>(Joined().Where(state.Contains).Select(ServerOf), StringComparer.Ordinal);
        foreach (int index in Joined().Where(index => servers.Add(ServerOf(index))))
        {
            state.Add(index);
        }

        string heroes = string.Join(',', Heroes().Select(index => $"\"{_full.TextOf(_room.StateKeyOf(index))}\""));
        int invited = _members.Count(index => _room.MembershipOf(index) == Membership.Invite);
        string summary = string.Create(
            CultureInfo.InvariantCulture,
            $",\"lazy_load_members\":true,\"summary\":{{\"m.heroes\":[{heroes}],\"m.invited_member_count\":{invited},\"m.joined_member_count\":{Joined().Count()}}}");
        return Cost(StateProfile.Msc2775, state, Chain(state), Encoding.UTF8.GetByteCount(summary));
    }

    private IEnumerable<int> Joined() => _members.Where(index => _room.MembershipOf(index) == Membership.Join);

    private string ServerOf(int member) => PartialAnswer.ServerOf(_full.TextOf(_room.StateKeyOf(member)));

    private IEnumerable<int> Heroes() => _isNamed ? [] : PartialAnswer.Presentable(_full, _members, _joiner).Take(PartialAnswer.MostHeroes);

    private EventSet Set(params ReadOnlySpan<IEnumerable<int>> lists)
    {
        var set = new EventSet(_room.Count);
        foreach (IEnumerable<int> list in lists)
        {
            foreach (int index in list)
            {
                set.Add(index);
            }
        }

        return set;
    }

    /// <summary>What authorises a state and the join, as far as the answer has it.</summary>
    private EventSet Chain(EventSet state) => Set(AuthChains.Of(_room, _join < 0 ? state : state.Append(_join)).Where(index => _lengths[index] > 0));

    private JoinCost Cost(StateProfile profile, EventSet state, EventSet chain, long more) => new(
        profile,
        state.Count,
        state.Count(index => _room.TypeOf(index) == _room.Known.Member),
        chain.Count,
        state.Sum(index => (long)_lengths[index]) + chain.Sum(index => (long)_lengths[index]) + more);
}
