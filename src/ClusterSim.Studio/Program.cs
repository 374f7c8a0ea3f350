using ClusterSim.Studio.Page;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<Laboratory>("#laboratory");
await builder.Build().RunAsync();
