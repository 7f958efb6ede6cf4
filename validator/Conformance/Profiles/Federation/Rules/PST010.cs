using System.Text;
using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The names of the time before the specification are no longer needed.</summary>
internal sealed class PST010 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST010);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("send_join"))
        {
            return;
        }

        foreach ((string now, string old) in PartialAnswer.Names)
        {
            Node found = visit.Answer.Map.Get(Encoding.ASCII.GetBytes(old));
            if (found.Exists)
            {
                visit.Report(Id, visit.Answer, found, ("name", old), ("now", now), ("both", visit.Answer.Map.Get(Encoding.ASCII.GetBytes(now)).Exists ? "stands there too" : "is missing"));
            }
        }
    }
}
