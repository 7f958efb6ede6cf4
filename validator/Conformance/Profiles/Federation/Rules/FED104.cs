using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A policy server hands out its own signature.</summary>
internal sealed class FED104 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED104);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("policy/sign") || visit.Exchange.Destination is not { } server)
        {
            return;
        }

        foreach ((Node name, Node keys) in visit.Answer.Map.Members())
        {
            if (name.AsString() is { } found && found != server)
            {
                visit.Report(Id, visit.Answer, keys, ("found", found), ("server", server));
            }
        }
    }
}
