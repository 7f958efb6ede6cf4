namespace Conformance.Profiles.Federation.Rules;

/// <summary>A claim uses up one key of a device.</summary>
internal sealed class FED064 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED064);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (IGrouping<(string User, string Device), ClaimedKey> claimed in ClaimedKey.Of(visit).GroupBy(key => (key.User, key.Device)))
        {
            if (claimed.Count() > 1)
            {
                visit.Report(Id, visit.Answer, claimed.ElementAt(1).Value, ("keys", claimed.Count()), ("user", claimed.Key.User), ("device", claimed.Key.Device));
            }
        }
    }
}
