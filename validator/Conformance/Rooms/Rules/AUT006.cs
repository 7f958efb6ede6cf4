using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>An event of the exporting server itself is refused.</summary>
internal sealed class AUT006 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT006);

    /// <inheritdoc />
    public void Check(RoomVisit visit) => Rejection.ReportAll(visit, Id, own: true, static standing => standing.IsRejected());
}
