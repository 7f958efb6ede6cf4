using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Of a profile only the field that was asked for comes back.</summary>
internal sealed class FED050 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED050);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("query/profile") || visit.Exchange.Asked("field") is not { } asked)
        {
            return;
        }

        foreach ((Node name, Node value) in visit.Answer.Map.Members())
        {
            if (name.AsString() is { } found && found != asked)
            {
                visit.Report(Id, visit.Answer, value, ("field", found), ("asked", asked));
            }
        }
    }
}
