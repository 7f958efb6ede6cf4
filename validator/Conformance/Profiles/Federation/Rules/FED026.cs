using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A state and its auth chain hold no rejected events.</summary>
internal sealed class FED026 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED026);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Answer.Of(PduRole.AuthChain) is not { } chain || visit.States is not { } states)
        {
            return;
        }

        RoomEvents room = visit.Room!;
        var told = new HashSet<int>();
        foreach (EventList list in (IEnumerable<EventList>)[.. visit.Answer.Lists.Where(list => list.Slot.Role == PduRole.State), chain])
        {
            foreach (ListedEvent listed in list.Events)
            {
                if (listed.Index < 0 || states.StandingOf(listed.Index) != EventStanding.RejectedByAuthEvents || !told.Add(listed.Index))
                {
                    continue;
                }

                AuthVerdict verdict = states.VerdictOf(listed.Index);
                string number = AuthRuleNames.NumberOf(verdict.Rule, room.Version.AuthRules);
                string name = AuthRuleNames.CodeOf(verdict.Rule);
                visit.ReportAt(
                    Id,
                    visit.Answer,
                    list,
                    listed,
                    ("type", visit.TextOf(room.TypeOf(listed.Index))),
                    ("sender", visit.TextOf(room.SenderOf(listed.Index))),
                    ("rule", number.Length == 0 ? name : $"{number} ({name})"),
                    ("version", room.Version.Id));
            }
        }
    }
}
