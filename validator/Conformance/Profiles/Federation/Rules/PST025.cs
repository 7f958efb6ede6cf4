using Conformance.Documents;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Whom the summary names is in the state.</summary>
internal sealed class PST025 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST025);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!Msc2775Answer.IsPartial(visit) || !visit.IsWhole(visit.Answer.Of(PduRole.State)))
        {
            return;
        }

        RoomEvents room = visit.Room!;
        HashSet<string> there = [.. visit.Answer.Of(PduRole.State)!.Events.Where(listed => room.TypeOf(listed.Index) == room.Known.Member).Select(listed => visit.TextOf(room.StateKeyOf(listed.Index)))];
        foreach (Node hero in visit.Answer.Map.Get("summary"u8).Get("m.heroes"u8).Elements())
        {
            if (hero.AsString() is { } user && !there.Contains(user))
            {
                visit.Report(Id, visit.Answer, hero, ("user", user));
            }
        }
    }
}
