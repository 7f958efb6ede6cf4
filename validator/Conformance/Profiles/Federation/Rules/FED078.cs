using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A page of the directory has no more rooms than were asked for.</summary>
internal sealed class FED078 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED078);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node rooms = visit.Answer.Map.Get("chunk"u8);
        if (DirectoryPage.Of(visit) is { Limit: { } limit } && rooms.Count > limit)
        {
            visit.Report(Id, visit.Answer, rooms, ("rooms", rooms.Count), ("limit", limit));
        }
    }
}
