using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A room without a name comes with as many members as it may be named after.</summary>
internal sealed class PST017 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST017);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Full is not { } full || visit.Profile != StateProfile.Spec || !PartialAnswer.IsPartial(visit) || PartialAnswer.IsNamed(visit))
        {
            return;
        }

        string joiner = PartialAnswer.Joiner(visit);
        int there = PartialAnswer.Presentable(visit, visit.Answer.Of(PduRole.State)!.Events.Select(listed => listed.Index), joiner).Count();
        int wanted = Math.Min(PartialAnswer.MostHeroes, PartialAnswer.Presentable(full.Visit, full.Members, joiner).Count());

        // That there is none at all can be seen without the full answer: PST006.
        if (there > 0 && there < wanted)
        {
            visit.Report(Id, visit.Answer, PartialAnswer.Flag(visit), ("there", there), ("wanted", wanted));
        }
    }
}
