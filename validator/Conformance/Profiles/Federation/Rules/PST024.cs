namespace Conformance.Profiles.Federation.Rules;

/// <summary>A partial answer of MSC2775 tells who stands for the room and how many are in it.</summary>
internal sealed class PST024 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST024);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (Msc2775Answer.IsPartial(visit) && !visit.Answer.Map.Get("summary"u8).Exists)
        {
            visit.Report(Id, visit.Answer, PartialAnswer.Flag(visit));
        }
    }
}
