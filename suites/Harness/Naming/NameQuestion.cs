using System.Net;

namespace Conformance.Suites.Harness.Naming;

/// <summary>A question for a name.</summary>
/// <param name="Name">The name, without a dot at its end.</param>
/// <param name="Type">The type of record: 1 is an IPv4 address, 28 an IPv6 address, 33 a service.</param>
/// <param name="Answer">The address that was answered; null when there was none.</param>
public sealed record NameQuestion(string Name, int Type, IPAddress? Answer = null)
{
    internal const int AddressType = 1;
}
