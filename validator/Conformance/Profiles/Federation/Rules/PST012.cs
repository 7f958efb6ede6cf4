using System.Text;
using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Where the full state is to be answered, no members are left out.</summary>
internal sealed class PST012 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST012);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Profile == StateProfile.Full && visit.IsAnyOf("send_join", "send_join/v1") && PartialAnswer.AnyFlag(visit) is { } flag)
        {
            visit.Report(Id, visit.Answer, visit.Answer.Map.Get(Encoding.ASCII.GetBytes(flag)), ("flag", flag));
        }
    }
}
