namespace Conformance.Suites.Harness.Clients;

/// <summary>A user of a target, on one device.</summary>
/// <param name="Id">The user's ID.</param>
/// <param name="DeviceId">The device's ID.</param>
/// <param name="AccessToken">The device's token.</param>
/// <param name="Password">The user's password.</param>
public sealed record ClientUser(string Id, string DeviceId, string AccessToken, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({DeviceId})";
}
